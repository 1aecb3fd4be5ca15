/** Who else has the home folder open. */
export interface HeldBy {
  /** As the network calls the machine. */
  readonly host: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
}
