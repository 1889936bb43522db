import { type DirectLineClient, STATUS } from './web-chat-types.ts';

/**
 * The client as Web Chat gets to see it. Web Chat ends a conversation whose token has expired; here a new token is on its way by
 * then, so that it need not know.
 */
export function patientClient(client: DirectLineClient, token: string): object {
  return {
    token,
    activity$: client.activity$,
    connectionStatus$: {
      subscribe: ({ next }: { next(status: number): void }) =>
        client.connectionStatus$.subscribe((status) => {
          if (status !== STATUS.expiredToken) next(status);
        }),
    },
    postActivity: (activity: Parameters<DirectLineClient['postActivity']>[0]) => client.postActivity(activity),
    getSessionId: () => client.getSessionId(),
    setUserId: (id: string) => client.setUserId(id),
    end: () => client.end(),
  };
}
