/** A request with the real hostname before DNS moves: by Route 53's checkers, or by hand. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { shellWord } from '../../../core/cutover/print-commands.ts'
import { requestFor, secureDoor } from '../../../core/cutover/preflight/front-door.ts'
import type { ProbeResult } from '../../../core/cutover/preflight/facts.ts'
import { isSuccess } from '../../../core/dns/health-check.ts'
import { AwsProblem } from '../../../core/problem.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemPage } from '../../../widgets/problem/ProblemPage.tsx'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'

const words = {
  title: { en: 'With the real hostname', ko: '실제 호스트 이름으로' },
  cost: {
    en: 'Route 53 makes a temporary health check: checkers around the world ask the load balancer for {host}{path} for about a minute, then it is deleted. It costs a few cents and writes nothing into the zone.',
    ko: 'Route 53이 임시 상태 확인을 만들어 전 세계 검사기가 약 1분간 로드 밸런서에 {host}{path}을(를) 요청한 뒤 삭제합니다. 비용은 몇 센트이며 영역에는 아무것도 쓰지 않습니다.',
  },
  private: {
    en: 'Checkers of the public cannot reach an internal load balancer or see a private zone: try it by hand from inside the VPC.',
    ko: '공용 검사기는 내부 로드 밸런서나 프라이빗 영역에 접근할 수 없습니다. VPC 안에서 직접 확인하세요.',
  },
  probe: { en: 'Probe with the real Host', ko: '실제 Host로 확인' },
  running: { en: 'Checkers are looking: about a minute', ko: '검사기가 확인 중: 약 1분' },
  byHand: { en: 'Or by hand', ko: '또는 직접 확인' },
  command: { en: 'curl command', ko: 'curl 명령' },
  note: { en: 'I reached it: what I saw', ko: '직접 확인한 결과' },
  noteHelp: {
    en: 'Kept in the report. 200 is expected.',
    ko: '보고서에 남습니다. 200이 예상됩니다.',
  },
  attest: { en: 'Attest', ko: '확인 기록' },
  withdraw: { en: 'Withdraw', ko: '기록 취소' },
  attested: { en: 'Attested: {note}', ko: '확인됨: {note}' },
  answered: { en: '{region}: {status}', ko: '{region}: {status}' },
} satisfies Record<string, Text>

export function ProbeTrial({ handle, dnsName }: { handle: PreflightHandle; dnsName: string }) {
  const say = useText()
  const { preflight, view } = handle
  const { subject, readings, running } = view
  const { host, path } = requestFor(subject, subject.healthPath)
  const isPrivate =
    factOf(readings, 'zone')?.isPrivate === true || factOf(readings, 'loadBalancer')?.scheme === 'internal'
  const isRunning = running.includes('P-35')
  const port = listenerPort(readings)
  const address = `${port === '443' ? 'https' : 'http'}://${host}${path}`
  const command = `curl -sv -o /dev/null -w '%{http_code}\\n' --connect-to ${shellWord(`${host}:${port}:${dnsName}:${port}`)} ${shellWord(address)}`
  const { probe } = readings
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{say(words.title)}</Box>
      <div>{say(isPrivate ? words.private : words.cost, { host, path })}</div>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Button disabled={isPrivate || isRunning} loading={isRunning} onClick={() => preflight.probe()}>
          {say(words.probe)}
        </Button>
        {isRunning && (
          <StatusBadge tone="moving" wrap>
            {say(words.running)}
          </StatusBadge>
        )}
      </SpaceBetween>
      {probe && 'problem' in probe && <ProblemPage error={new AwsProblem(probe.problem)} />}
      {probe && 'value' in probe && <Answers result={probe.value} />}
      <Box variant="h4">{say(words.byHand)}</Box>
      <CodeBlock text={command} label={say(words.command)} />
      <Attestation handle={handle} />
    </SpaceBetween>
  )
}

function listenerPort(readings: PreflightHandle['view']['readings']): '443' | '80' {
  const listeners = factOf(readings, 'listeners')
  return listeners && !secureDoor(listeners) ? '80' : '443'
}

function Answers({ result }: { result: ProbeResult }) {
  const say = useText()
  if (result.kind !== 'probed') return null
  return (
    <ul className="tg-answers">
      {result.observations.map((observation) => {
        const { region = '?', ipAddress = '', status } = observation
        return (
          <li key={`${region} ${ipAddress}`}>
            <StatusBadge tone={isSuccess(observation) ? 'good' : 'bad'} wrap>
              {say(words.answered, { region, status })}
            </StatusBadge>
          </li>
        )
      })}
    </ul>
  )
}

function Attestation({ handle: { preflight, view } }: { handle: PreflightHandle }) {
  const say = useText()
  const [note, setNote] = useState('')
  const probe = factOf(view.readings, 'probe')
  if (probe?.kind === 'attested')
    return (
      <Alert
        type="success"
        action={<Button onClick={() => preflight.attest('')}>{say(words.withdraw)}</Button>}
      >
        {say(words.attested, { note: probe.note })}
      </Alert>
    )
  return (
    <FormField
      label={say(words.note)}
      constraintText={say(words.noteHelp)}
      secondaryControl={
        <Button disabled={note.trim() === ''} onClick={() => preflight.attest(note.trim())}>
          {say(words.attest)}
        </Button>
      }
    >
      <Input value={note} onChange={({ detail }) => setNote(detail.value)} />
    </FormField>
  )
}
