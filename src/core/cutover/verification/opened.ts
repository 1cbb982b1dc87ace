/** V-5: somebody saw the application at the hostname. */
import { shownName } from '../../dns/name.ts'
import { isWaitOver } from './step-facts.ts'
import { found, type Verification } from './verification.ts'

const ticked = {
  en: 'Somebody opened {name} and saw the application.',
  ko: '누군가 {name}을(를) 열어 애플리케이션을 확인했습니다.',
}
const open = {
  en: 'Open https://{name}/ in a new tab, look whether it works, and tick it off here.',
  ko: '새 탭에서 https://{name}/ 을(를) 열어 작동하는지 확인하고 여기에 표시하세요.',
}
const answered = {
  en: 'This browser reaches {name} over HTTPS.',
  ko: '이 브라우저가 HTTPS로 {name}에 연결합니다.',
}
const broken = {
  en: 'This browser cannot reach {name} over HTTPS: DNS, connection or certificate fails.',
  ko: '이 브라우저가 HTTPS로 {name}에 연결하지 못합니다. DNS, 연결 또는 인증서에 문제가 있습니다.',
}
const early = {
  en: 'This browser may still use an old answer for {name}: what it reaches counts after the wait.',
  ko: '이 브라우저가 {name}의 이전 응답을 아직 사용할 수 있습니다. 대기 시간이 지난 뒤의 결과만 유효합니다.',
}

export const opened: Verification = {
  id: 'V-5',
  title: { en: 'Opened in a browser', ko: '브라우저에서 열기' },
  verify: (facts) => {
    const values = { name: shownName(facts.plan.hostname) }
    if (facts.opened) return found('pass', ticked, values)
    if (facts.probe === undefined) return found('waiting', open, values)
    if (!isWaitOver(facts)) return found('waiting', early, values)
    return facts.probe === 'answered' ? found('pass', answered, values) : found('fail', broken, values)
  },
}
