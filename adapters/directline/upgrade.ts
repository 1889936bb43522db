import type { IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';
import { AdvisorError } from '../../knowledge/errors.ts';
import { clientAddress } from '../http/client-address.ts';
import type { HttpLog } from '../http/dependencies.ts';
import { addressKey } from '../http/rate-limit.ts';
import { refuseConnection } from '../http/refuse.ts';
import type { UpgradeListener } from '../http/server.ts';
import { directLineFault } from './faults.ts';
import type { DirectLineObserver } from './observer.ts';
import type { ActivityLog } from './ports.ts';
import { streamRequest } from './stream-address.ts';
import type { Opening, StreamHub } from './stream-hub.ts';
import { positionOf } from './watermark.ts';

/** Clients send empty pings and nothing else. */
const MOST_BYTES_IN = 4 * 1024;
const LONGEST_TICKET = 200;

export interface UpgradeDependencies {
  readonly log: Pick<ActivityLog, 'find' | 'last' | 'takeTicket'>;
  readonly streams: StreamHub;
  readonly observe: DirectLineObserver;
  readonly logger: HttpLog;
  readonly proxyHops: number;
}

/** Opens streams: for the holder of a ticket, on a page of the origin that the conversation is bound to. */
export function createUpgrade(dependencies: UpgradeDependencies): UpgradeListener {
  const { streams, observe, logger } = dependencies;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MOST_BYTES_IN,
  });
  return (request, socket, head) => {
    const cut = (): void => void socket.destroy();
    socket.on('error', cut);
    void admitted(request, dependencies).then(
      ({ address, conversation, position }) => {
        socket.off('error', cut);
        server.handleUpgrade(request, socket, head, (open) => streams.open(open, { address, conversation, position }));
      },
      (error: unknown) => {
        const fault = directLineFault(error);
        observe.refused(fault.reason);
        if (fault.reason === 'INTERNAL_FAULT') logger.error({ err: error }, 'a stream could not be opened');
        refuseConnection(socket, fault.status, fault.body);
      },
    );
  };
}

async function admitted(request: IncomingMessage, { log, streams, proxyHops }: UpgradeDependencies): Promise<Opening> {
  const { url = '', headers, method } = request;
  const asked = method === 'GET' ? streamRequest(url) : undefined;
  if (!asked) throw new AdvisorError('ADDRESS_UNKNOWN');
  const watermark = positionOf(asked.watermark);
  if (asked.ticket === '' || asked.ticket.length > LONGEST_TICKET) throw new AdvisorError('TICKET_REFUSED');
  // Whatever else is wrong: a ticket that has been shown is used up.
  const conversation = await log.takeTicket(asked.ticket);
  if (conversation === undefined) throw new AdvisorError('TICKET_REFUSED');
  if (conversation !== asked.conversation) throw new AdvisorError('CONVERSATION_FOREIGN');
  const kept = await log.find(conversation);
  if (!kept) throw new AdvisorError('CONVERSATION_UNKNOWN');
  // Browsers always tell the origin of a WebSocket.
  if ((headers.origin ?? '') !== kept.origin) throw new AdvisorError('ORIGIN_REFUSED');
  const position = Math.min(watermark, await log.last(conversation));
  const address = addressKey(clientAddress(request, proxyHops));
  streams.admit(conversation, address);
  return { address, conversation, position };
}
