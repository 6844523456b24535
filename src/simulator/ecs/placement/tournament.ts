/** What a tournament asks of its players, by number. */
export type Contest = {
  /** Negative when `a` ranks before `b`, 0 when they rank the same. */
  compare: (a: number, b: number) => number;
  /** Of two that rank the same: whether `a` goes first. */
  goesFirst: (a: number, b: number) => boolean;
  /** How many tasks a player stands for; one without any takes no part. */
  tasksOf: (player: number) => number;
};

/**
 * The best of many players, and how many tasks rank like it, kept up to date in log(players) when one of them changes.
 * A complete binary tree: node `n` has the winner of nodes `2n` and `2n + 1`, the leaves are the players in order.
 */
export class Tournament {
  readonly players: readonly number[];
  readonly #contest: Contest;
  readonly #leaves: number;
  /** By node: its winner, -1 for none. */
  readonly #winner: Int32Array;
  /** By node: the tasks below it that rank like its winner. */
  readonly #tied: Int32Array;

  /** `players` in ascending order. */
  constructor(players: readonly number[], contest: Contest) {
    this.players = players;
    this.#contest = contest;
    this.#leaves = 2 ** Math.ceil(Math.log2(players.length));
    this.#winner = new Int32Array(2 * this.#leaves).fill(-1);
    this.#tied = new Int32Array(2 * this.#leaves);
    for (const at of players.keys()) this.#seat(at);
    for (let node = this.#leaves - 1; node > 0; node--) this.#play(node);
  }

  /** The best player, -1 for none. */
  get winner(): number {
    return this.#winner[1] as number;
  }

  /** Tasks that rank like the best player. */
  get tied(): number {
    return this.#tied[1] as number;
  }

  /** Notes how many tasks a player has left; every player that changed is noted before any is played again. */
  recount(player: number): void {
    this.#seat(this.#position(player));
  }

  /** Plays the rounds again of a player whose rank or tasks changed. */
  replay(player: number): void {
    for (let node = (this.#leaves + this.#position(player)) >> 1; node > 0; node >>= 1) this.#play(node);
  }

  /** Tasks of the players below `end` that rank like the best one. */
  tiedBelow(end: number): number {
    let sum = 0;
    let [from, to] = [this.#leaves, this.#leaves + this.#position(end)];
    for (; from < to; from >>= 1, to >>= 1) {
      if (from & 1) sum += this.#tiesAt(from++);
      if (to & 1) sum += this.#tiesAt(--to);
    }
    return sum;
  }

  /** How many players come before this number. */
  #position(player: number): number {
    let [low, high] = [0, this.players.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.players[middle] as number) < player) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tiesAt(node: number): number {
    const winner = this.#winner[node] as number;
    return winner >= 0 && this.#contest.compare(winner, this.winner) === 0 ? (this.#tied[node] as number) : 0;
  }

  #seat(at: number): void {
    const player = this.players[at] as number;
    const tasks = this.#contest.tasksOf(player);
    this.#tied[this.#leaves + at] = tasks;
    this.#winner[this.#leaves + at] = tasks > 0 ? player : -1;
  }

  #play(node: number): void {
    const [left, right] = [2 * node, 2 * node + 1];
    const [a, b] = [this.#winner[left] as number, this.#winner[right] as number];
    const order = a < 0 ? 1 : b < 0 ? -1 : this.#contest.compare(a, b);
    const leftWins = order < 0 || (order === 0 && this.#contest.goesFirst(a, b));
    this.#winner[node] = leftWins ? a : b;
    this.#tied[node] =
      order === 0
        ? (this.#tied[left] as number) + (this.#tied[right] as number)
        : (this.#tied[leftWins ? left : right] as number);
  }
}
