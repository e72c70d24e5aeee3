/** Work that several clients wait for. Stops when the last of them disconnects. Join it right after creating it. */
export class SharedWork<Result> {
  readonly #stopping = new AbortController();
  readonly #result: Promise<Result>;
  #waiting = 0;

  /** Begins the work, which `stop` ends. */
  constructor(work: (stop: AbortSignal) => Promise<Result>) {
    this.#result = work(this.#stopping.signal);
  }

  /** Whether every client has left, so that there will be no result. */
  get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** The result; for a client that leaves, the reason of `left`. Without `left` the work goes on to its end. */
  join(left?: AbortSignal): Promise<Result> {
    this.#waiting += 1;
    if (!left) return this.#result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#stopping.abort(left.reason);
        reject(left.reason);
      };
      left.addEventListener("abort", leave, { once: true });
      const stay = () => left.removeEventListener("abort", leave);
      this.#result.then(stay, stay);
      this.#result.then(resolve, reject);
    });
  }
}
