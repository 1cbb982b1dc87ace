/**
 * The tokens of this tab, in memory. Refreshing is done by one tab at a time: Cognito rotates refresh tokens, so two tabs
 * that refresh at once would sign each other out. What one tab gets, the others hear and take over.
 */
import type { AuthorizationServer } from 'oauth4webapi'
import { exclusively } from '../browser/exclusive.ts'
import { openChannel } from '../browser/channel.ts'
import type { CognitoConfig } from '../config/schema.ts'
import { type ProtocolPorts, type Tokens, refresh, revoke } from './protocol.ts'
import { SignInRequired } from './sign-in-required.ts'

/** Milliseconds of validity below which an ID token is refreshed before it is used. */
const margin = 5 * 60_000

/** Milliseconds within which what another tab got is heard here. */
const newsWithin = 250

type Heard = { kind: 'tokens'; client: string; tokens: Tokens } | { kind: 'signed-out'; client: string }

export interface TokenKeeper {
  /** A good ID token. @throws SignInRequired */
  idToken(renew?: boolean): Promise<string>
  /** Ends the session here and in the other tabs. */
  end(): Promise<void>
}

export interface TokenKeeperPorts extends ProtocolPorts {
  serverNow: () => number
  /** Another tab signed out: forget everything. */
  endedElsewhere: () => void
  /** Another tab brought new tokens of the same user, after this one's session had ended. */
  restored: () => void
}

export function keepTokens(
  config: CognitoConfig,
  server: AuthorizationServer,
  first: Tokens,
  ports: TokenKeeperPorts,
): TokenKeeper {
  let tokens: Tokens | undefined = first
  const channel = openChannel<Heard>('tidegate.auth', (heard) => {
    if (heard.client !== config.clientId || !tokens) return
    if (heard.kind === 'signed-out') {
      tokens = undefined
      ports.endedElsewhere()
    } else if (heard.tokens.subject === tokens.subject && heard.tokens.expiresAt > tokens.expiresAt) {
      tokens = heard.tokens
      ports.restored()
    }
  })
  const share = (fresh: Tokens): void =>
    channel.say({ kind: 'tokens', client: config.clientId, tokens: fresh })
  // A new sign-in in this tab also ends the wait of tabs whose session was over.
  share(first)

  const isGood = (candidate: Tokens): boolean => candidate.expiresAt - ports.serverNow() > margin

  return {
    async idToken(renew = false) {
      const before = tokens
      if (before && !renew && isGood(before)) return before.idToken
      return exclusively('tidegate.auth-refresh', async () => {
        // While this tab waited for the lock, another may have refreshed and told.
        if (tokens && tokens !== before && isGood(tokens)) return tokens.idToken
        if (!tokens) throw new SignInRequired('Signed out')
        const used = tokens
        const fresh = await refresh(config, server, used, ports).catch(async (error: unknown) => {
          // The lock and the news come from the other tab by different ways: the news may be the later ones.
          await new Promise((resolve) => setTimeout(resolve, newsWithin))
          if (tokens && tokens !== used && isGood(tokens)) return tokens
          throw error
        })
        if (fresh === tokens) return fresh.idToken
        tokens = fresh
        share(fresh)
        return fresh.idToken
      })
    },
    async end() {
      const last = tokens?.refreshToken
      tokens = undefined
      channel.say({ kind: 'signed-out', client: config.clientId })
      channel.close()
      if (last) await revoke(config, server, last, ports).catch(() => undefined)
    },
  }
}
