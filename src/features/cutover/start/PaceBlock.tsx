/** How fast it moves: three presets, or steps of one's own. */
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { presets } from '../../../core/cutover/params.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { NumberField } from './NumberField.tsx'
import { newCutoverSearch, paces } from './search.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Pace', ko: '속도' },
  careful: { en: 'Careful', ko: '신중하게' },
  standard: { en: 'Standard', ko: '표준' },
  quick: { en: 'Quick', ko: '빠르게' },
  own: { en: 'Own steps', ko: '직접 지정' },
  about: { en: '{steps} % · at least {minutes} min each', ko: '{steps}% · 단계마다 최소 {minutes}분' },
  ownAbout: { en: 'Shares and times of your own', ko: '비율과 시간을 직접 정합니다' },
  steps: { en: 'Shares of the new side, percent', ko: '새 쪽의 비율(%)' },
  stepsHelp: { en: 'Growing whole numbers from 0 to 100.', ko: '0에서 100까지 증가하는 정수입니다.' },
  bake: { en: 'Least time at each share, minutes', ko: '각 비율의 최소 시간(분)' },
  bakeHelp: { en: 'Twice the TTL, where that is longer.', ko: 'TTL의 2배가 더 길면 그 시간입니다.' },
  bakeRuleHelp: {
    en: 'No cache keeps what was before: nothing else is waited for.',
    ko: '이전 응답을 보관하는 캐시가 없으므로 이 시간만 기다립니다.',
  },
} satisfies Record<string, Text>

export function PaceBlock() {
  const say = useText()
  const { search, change } = useWizard()
  const { pace = 'standard', bake, weights } = search
  const preset = presets[pace === 'own' ? 'standard' : pace]
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="m">
        <RadioGroup
          ariaLabel={say(words.title)}
          value={pace}
          items={paces.map((each) => ({
            value: each,
            label: say(words[each]),
            description:
              each === 'own'
                ? say(words.ownAbout)
                : say(words.about, {
                    steps: presets[each].steps.join(', '),
                    minutes: presets[each].bakeMs / 60_000,
                  }),
          }))}
          onChange={({ detail }) =>
            change({
              pace: newCutoverSearch({ pace: detail.value }).pace,
              bake: undefined,
              weights: detail.value === 'own' ? preset.steps.join() : undefined,
            })
          }
        />
        <ColumnLayout columns={2}>
          <FormField label={say(words.steps)} constraintText={say(words.stepsHelp)}>
            <Input
              value={pace === 'own' ? (weights ?? '') : preset.steps.join(', ')}
              disabled={pace !== 'own'}
              onChange={({ detail }) => change({ weights: detail.value })}
            />
          </FormField>
          <NumberField
            label={words.bake}
            help={search.strategy === 'rule' ? words.bakeRuleHelp : words.bakeHelp}
            least={1}
            value={bake ?? preset.bakeMs / 60_000}
            onChange={(value) => change({ bake: value })}
          />
        </ColumnLayout>
      </SpaceBetween>
    </Container>
  )
}
