/** The rehearsal's side of the handover: gets what was recorded, from the tab that opened this one or from before a reload. */
import type { Recorded } from '../aws/recording.ts'
import { HandoverFailed, take } from '../browser/handover.ts'
import { rehearsalChannel, rehearsalParameter } from '../data/rehearsal.ts'
import type { Locale, Text } from '../i18n/text.ts'
import { narrowConnections } from './connect-policy.ts'
import { rememberedRecording, rememberRecording } from './practice-memory.ts'

const words = {
  waiting: {
    en: 'Rehearsal: waiting for the recording of your account …',
    ko: '리허설: 계정의 기록을 기다리는 중 …',
  },
} satisfies Record<string, Text>

/** There is nothing to rehearse on. */
export class RehearsalMissing extends Error {
  constructor(detail: string) {
    super(detail)
    this.name = 'RehearsalMissing'
  }
}

/** @throws RehearsalMissing */
export async function recordingOfRehearsal(locale: Locale): Promise<Recorded[]> {
  // Nothing in this tab talks to AWS, whatever goes wrong.
  narrowConnections(["'self'"])
  const id = new URLSearchParams(location.hash.slice(1)).get(rehearsalParameter)
  if (id === null) {
    const remembered = rememberedRecording()
    if (remembered === undefined) throw new RehearsalMissing('')
    return JSON.parse(remembered) as Recorded[]
  }
  document.querySelector('.opening')?.replaceChildren(words.waiting[locale])
  // It is good for one handover.
  history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  try {
    const recorded = await take<Recorded[]>(rehearsalChannel(id))
    rememberRecording(recorded)
    return recorded
  } catch (error) {
    throw error instanceof HandoverFailed
      ? new RehearsalMissing(error.reason === 'failed' ? error.message : '')
      : error
  }
}
