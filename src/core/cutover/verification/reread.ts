/** V-2: what was written is what can be read. */
import { sameRecords } from '../canon.ts'
import { sameActions } from '../rule-states.ts'
import { found, type Verification } from './verification.ts'

const unread = { en: 'The records have not been read again yet.', ko: '레코드를 아직 다시 읽지 않았습니다.' }
const taken = {
  en: 'The claim is not the one that this step wrote: somebody else wrote after it.',
  ko: '클레임이 이 단계에서 쓴 것이 아닙니다. 다른 누군가가 나중에 썼습니다.',
}
const other = {
  en: 'The records are not those of this state.',
  ko: '레코드가 이 상태의 레코드와 다릅니다.',
}
const otherRule = {
  en: 'The actions of the rule are not those of this state.',
  ko: '규칙의 작업이 이 상태의 작업과 다릅니다.',
}
const same = {
  en: 'Read again, everything is as this state says.',
  ko: '다시 읽은 결과가 이 상태와 같습니다.',
}

export const reread: Verification = {
  id: 'V-2',
  title: { en: 'Read back', ko: '다시 읽기' },
  verify: ({ live, nonce, plan, state }) => {
    const wanted = plan.states[state]
    if (!live || !wanted) return found('waiting', unread)
    const { records, actions } = wanted
    if (live.nonce !== nonce) return found('fail', taken)
    if (!sameRecords(live.records, records)) return found('fail', other)
    if (actions && !sameActions(live.actions ?? [], actions)) return found('fail', otherRule)
    return found('pass', same)
  },
}
