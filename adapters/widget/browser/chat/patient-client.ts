import type { Delivery } from './delivery.ts';
import { type DirectLineClient, type OutgoingActivity, STATUS } from './web-chat-types.ts';

/**
 * The client as Web Chat gets to see it. Web Chat ends a conversation whose token has expired, and shows a message as failed that did not
 * get through at once; here a new token, or the next try, is on its way by then, so that it need not know.
 */
export function patientClient(client: DirectLineClient, token: string, delivery: Delivery): object {
  return {
    token,
    activity$: client.activity$,
    connectionStatus$: {
      subscribe: ({ next }: { next(status: number): void }) =>
        client.connectionStatus$.subscribe((status) => {
          if (status !== STATUS.expiredToken) next(status);
        }),
    },
    postActivity: (activity: OutgoingActivity) => delivery.post(activity),
    getSessionId: () => client.getSessionId(),
    setUserId: (id: string) => client.setUserId(id),
    end: () => client.end(),
  };
}
