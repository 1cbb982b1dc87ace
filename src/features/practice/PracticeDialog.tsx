/** The levers of the simulated account: scenario, speed of time, faults, and what happened. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PracticeControl } from '../../data/practice.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Journal } from './Journal.tsx'
import { TroublePanel } from './TroublePanel.tsx'

const words = {
  title: { en: 'Practice', ko: '연습' },
  rehearsal: { en: 'Rehearsal', ko: '리허설' },
  close: { en: 'Close', ko: '닫기' },
  scenario: { en: 'Scenario', ko: '시나리오' },
  scenarioHelp: { en: 'Choosing one starts it anew.', ko: '선택하면 처음부터 시작합니다.' },
  time: { en: 'Time', ko: '시간' },
  paused: { en: 'Paused', ko: '멈춤' },
  skip: { en: 'Skip {minutes} minutes', ko: '{minutes}분 건너뛰기' },
  fault: { en: 'Make something go wrong', ko: '장애 일으키기' },
  kind: { en: 'Fault', ko: '장애' },
  operation: { en: 'Operation', ko: '작업' },
  operationHelp: {
    en: 'AWS’s name of it; * stands for anything. For five minutes.',
    ko: 'AWS 작업 이름입니다. *는 모든 문자를 뜻합니다. 5분 동안 지속됩니다.',
  },
  inject: { en: 'Start', ko: '시작' },
  clear: { en: 'End all', ko: '모두 종료' },
  active: {
    en: '{count, plural, =0 {None is active.} one {One is active.} other {# are active.}}',
    ko: '{count, plural, =0 {진행 중인 장애가 없습니다.} other {장애 #개가 진행 중입니다.}}',
  },
} satisfies Record<string, Text>

const speeds = [0, 1, 60, 600]
const faultSeconds = 300

interface PracticeDialogProps {
  control: PracticeControl
  close: () => void
}

export function PracticeDialog({ control, close }: PracticeDialogProps) {
  const say = useText()
  const queries = useQueryClient()
  const [revision, setRevision] = useState(0)
  const [loads, setLoads] = useState(0)
  const changed = (): void => {
    setRevision((count) => count + 1)
    void queries.invalidateQueries()
  }
  const load = async (name: string): Promise<void> => {
    await control.load(name)
    await queries.resetQueries()
    setRevision((count) => count + 1)
    setLoads((count) => count + 1)
  }
  const scenario = control.scenarios.find(({ name }) => name === control.scenario())
  return (
    <Modal
      visible
      size="large"
      header={say(control.isRehearsal() ? words.rehearsal : words.title)}
      closeAriaLabel={say(words.close)}
      onDismiss={close}
    >
      <SpaceBetween size="l">
        <FormField label={say(words.scenario)} description={say(words.scenarioHelp)}>
          <Select
            selectedOption={scenario ? { value: scenario.name, label: scenario.name } : null}
            options={control.scenarios.map(({ name, summary }) => ({
              value: name,
              label: name,
              description: summary,
            }))}
            onChange={({ detail }) => void load(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <FormField label={say(words.time)}>
          <SpaceBetween direction="horizontal" size="s">
            <SegmentedControl
              label={say(words.time)}
              selectedId={String(control.speed.get())}
              options={speeds.map((times) => ({
                id: String(times),
                text: times === 0 ? say(words.paused) : `${times}×`,
              }))}
              onChange={({ detail }) => {
                control.speed.set(Number(detail.selectedId))
                changed()
              }}
            />
            <Button
              onClick={() => {
                control.advance('PT10M')
                changed()
              }}
            >
              {say(words.skip, { minutes: 10 })}
            </Button>
          </SpaceBetween>
        </FormField>
        {/* Another scenario has other hostnames. */}
        <TroublePanel key={`${control.scenario()}/${String(loads)}`} control={control} changed={changed} />
        <FaultForm control={control} changed={changed} />
        <Journal control={control} revision={revision} />
      </SpaceBetween>
    </Modal>
  )
}

function FaultForm({ control, changed }: { control: PracticeControl; changed: () => void }) {
  const say = useText()
  const [kind, setKind] = useState(control.faults[0]?.kind ?? '')
  const [operation, setOperation] = useState('DescribeServices')
  const summary = control.faults.find((fault) => fault.kind === kind)?.summary ?? ''
  const count = control.activeFaults().length
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{say(words.fault)}</Box>
      <FormField label={say(words.kind)} description={summary}>
        <Select
          selectedOption={{ value: kind, label: kind }}
          options={control.faults.map((fault) => ({
            value: fault.kind,
            label: fault.kind,
            description: fault.summary,
          }))}
          onChange={({ detail }) => setKind(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <FormField label={say(words.operation)} description={say(words.operationHelp)}>
        <Input value={operation} onChange={({ detail }) => setOperation(detail.value)} />
      </FormField>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Button
          onClick={() => {
            control.inject({ kind, match: { operation: operation || '*' }, forSeconds: faultSeconds })
            changed()
          }}
        >
          {say(words.inject)}
        </Button>
        <Button
          disabled={count === 0 && !control.isTroubled()}
          onClick={() => {
            control.clear()
            changed()
          }}
        >
          {say(words.clear)}
        </Button>
        <Box color="text-body-secondary">{say(words.active, { count })}</Box>
      </SpaceBetween>
    </SpaceBetween>
  )
}
