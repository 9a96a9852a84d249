const BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10];

/** Counts answers by route and kind of status, and how long they took. Knows routes, never paths. */
export class RequestCounts {
  readonly #answers = new Map<string, number>();
  readonly #within = BUCKETS.map(() => 0);
  #count = 0;
  #sum = 0;

  count(method: string, route: string, answered: { status: number; seconds: number }): void {
    const { status, seconds } = answered;
    const labels = `method="${method}",route="${route}",status="${Math.floor(status / 100)}xx"`;
    this.#answers.set(labels, (this.#answers.get(labels) ?? 0) + 1);
    for (const [index, most] of BUCKETS.entries())
      if (seconds <= most) this.#within[index] = (this.#within[index] ?? 0) + 1;
    this.#count++;
    this.#sum += seconds;
  }

  /** In Prometheus' text format. */
  tell(): string[] {
    return [
      '# TYPE otonari_requests_total counter',
      ...[...this.#answers].map(([labels, times]) => `otonari_requests_total{${labels}} ${times}`),
      '# TYPE otonari_request_seconds histogram',
      ...BUCKETS.map((most, index) => `otonari_request_seconds_bucket{le="${most}"} ${this.#within[index]}`),
      `otonari_request_seconds_bucket{le="+Inf"} ${this.#count}`,
      `otonari_request_seconds_sum ${this.#sum}`,
      `otonari_request_seconds_count ${this.#count}`,
    ];
  }
}
