/** Thrown where only a new sign-in can help. Apart from the protocol, which is loaded with the managed sign-in alone. */

/** No session: a refresh token that was revoked, rotated away or has expired; no keys, or keys that AWS calls expired. */
export class SignInRequired extends Error {
  constructor(message: string) {
    super(message)
    // aws/ knows it by this name: it takes credentials from anybody.
    this.name = 'SignInRequired'
  }
}
