/** Who asks: a person, and what they may do. Loaded once a request. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly administrator: boolean;
}
