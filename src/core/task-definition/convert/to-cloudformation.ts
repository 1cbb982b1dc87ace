/** A task definition as a CloudFormation template. */
import { stringify } from 'yaml'
import type { Text } from '../../../i18n/text.ts'
import type { Definition } from '../definition.ts'
import type { Json } from '../json.ts'
import { resourceProperties } from './cloudformation-names.ts'
import type { Answers, Conversion } from './conversion.ts'
import { pascalName } from './identifiers.ts'
import { ask, note, startWork } from './work.ts'

const words = {
  logicalId: { en: 'Logical ID of the resource', ko: '리소스의 논리 ID' },
  resolved: {
    en: 'CloudFormation puts a value in place of {reference} when it deploys.',
    ko: 'CloudFormation은 배포할 때 {reference} 자리에 값을 넣습니다.',
  },
} satisfies Record<string, Text>

export function toCloudFormation(
  definition: Definition,
  format: 'yaml' | 'json',
  answers: Answers = {},
): Conversion<string> {
  const work = startWork(answers)
  const suggested = pascalName(definition.family ?? '', 'TaskDefinition')
  const logicalId = ask(work, {
    id: 'logicalId',
    text: words.logicalId,
    suggested,
    form: /^[A-Za-z0-9]{1,255}$/,
  })
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      [logicalId ?? suggested]: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: resourceProperties(definition),
      },
    },
  }
  for (const reference of new Set(JSON.stringify(definition).match(/\{\{resolve:[^{}]*\}\}/g)))
    note(work, 'advice', 'Properties', words.resolved, { reference })
  const output = format === 'json' ? `${JSON.stringify(template, null, 2)}\n` : yamlOf(template)
  return { output, notes: work.notes, questions: work.questions, problems: [] }
}

/** CloudFormation reads YAML 1.1, to which `yes`, `012` and `12:30` are no texts unless they are quoted. */
function yamlOf(template: Json): string {
  return stringify(template, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
}
