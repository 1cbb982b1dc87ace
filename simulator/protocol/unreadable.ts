/** Input that cannot be decoded. Readers throw it with AWS's wording; the codec answers it with its protocol's error code. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Unreadable'
  }
}
