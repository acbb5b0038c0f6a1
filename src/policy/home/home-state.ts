/** What holds for the home's phone just now, whoever calls. Instants are epoch milliseconds. */
export interface HomeState {
  /** Until then calls ring unscreened: an emergency call was made, and somebody may call back. */
  readonly callbacksUntil?: number;
  /** Until then no call is connected: the owner has paused the phone. */
  readonly pausedUntil?: number;
  /** The step of a call that last paused the phone or ended the pause: delivered twice, it does so once. */
  readonly pauseChangedBy?: string;
}
