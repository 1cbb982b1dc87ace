/** P-13: no other cutover of the hostname is open. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { hostnameHash } from '../names.ts'
import { defineCheck, fail, info, pass } from './verdict.ts'

const words = {
  good: { en: 'No cutover of {name} is open.', ko: '{name}의 진행 중인 전환이 없습니다.' },
  open: {
    en: 'Cutover {id} is already open at state {state}.',
    ko: '전환 {id}이(가) 이미 상태 {state}에서 진행 중입니다.',
  },
  attach: { en: 'Open it and take it over.', ko: '해당 전환을 열어 이어받으세요.' },
  foreign: {
    en: 'The journal at {at} was written by another version of this console.',
    ko: '{at}의 저널은 이 콘솔의 다른 버전에서 작성되었습니다.',
  },
  corrupt: {
    en: 'The journal at {at} cannot be read. Import its rollback file, or delete the record if nobody needs it.',
    ko: '{at}의 저널을 읽을 수 없습니다. 롤백 파일을 가져오거나, 필요 없다면 레코드를 삭제하세요.',
  },
  old: {
    en: 'The journal of an earlier cutover is replaced by the first write.',
    ko: '이전 전환의 저널은 첫 쓰기에서 교체됩니다.',
  },
} satisfies Record<string, Text>

export const journalCheck = defineCheck({
  id: 'P-13',
  group: 'dns',
  live: false,
  title: { en: 'Open cutovers', ko: '진행 중인 전환' },
  needs: ['subject', 'zone', 'journals'],
  check({ subject: { hostname }, zone, journals }) {
    const claimName = `_cutover-${hostnameHash(hostname)}.${zone.name}`
    const journal = journals.find((each) => each.claimName === claimName)
    if (!journal) return [pass(words.good, { name: shownName(hostname) })]
    if (!journal.claim) return [info(words.old)]
    if ('unreadable' in journal.claim) {
      const { unreadable, text } = journal.claim
      return [fail(words[unreadable], { at: shownName(claimName) }, { evidence: [text] })]
    }
    const { id, state, status } = journal.claim.claim
    if (status !== 'active') return [info(words.old, {}, { evidence: [id, status] })]
    return [fail(words.open, { id, state }, { fix: { message: { text: words.attach } } })]
  },
})
