/** A task definition as a stack of the CDK in TypeScript. */
import type { Text } from '../../../i18n/text.ts'
import type { Definition } from '../definition.ts'
import { sourceOf } from './cdk/source.ts'
import { obstacles, taskStatements } from './cdk/task.ts'
import { constructProperties } from './cloudformation-names.ts'
import type { Answers, Conversion } from './conversion.ts'
import { pascalName } from './identifiers.ts'
import { ask, note, startWork } from './work.ts'

const words = {
  stack: { en: 'Name of the stack’s class', ko: '스택 클래스 이름' },
  firstLevel: {
    en: 'CfnTaskDefinition is used, because the constructs of the second level have no option for: {members}',
    ko: '상위 구성에 {members} 옵션이 없어 CfnTaskDefinition을 씁니다.',
  },
  taskRole: {
    en: 'The CDK makes a task role where none is named; it has no rights of its own.',
    ko: '태스크 역할을 지정하지 않으면 CDK가 권한 없는 역할을 하나 만듭니다.',
  },
  roleName: {
    en: 'The role is found by its name in the account of the stack.',
    ko: '역할은 스택 계정에서 이름으로 찾습니다.',
  },
} satisfies Record<string, Text>

/** With the constructs of the second level where they can say all of it, else with CfnTaskDefinition. */
export function toCdk(definition: Definition, answers: Answers = {}): Conversion<string> {
  const work = startWork(answers)
  const id = pascalName(definition.family ?? '', 'TaskDefinition')
  const suggested = `${id}Stack`
  const stack = ask(work, { id: 'stackName', text: words.stack, suggested, form: /^[A-Z]\w*$/ }) ?? suggested
  const members = [...new Set(obstacles(definition))]
  if (members.length > 0)
    note(work, 'changed', 'CfnTaskDefinition', words.firstLevel, { members: members.join(', ') })
  const roles = [definition.executionRoleArn, definition.taskRoleArn].filter((role) => role !== undefined)
  if (members.length === 0 && roles.some((role) => !role.startsWith('arn:')))
    note(work, 'advice', 'executionRole', words.roleName)
  if (members.length === 0 && definition.taskRoleArn === undefined)
    note(work, 'advice', 'taskRole', words.taskRole)
  const statements =
    members.length > 0
      ? [`new ecs.CfnTaskDefinition(this, ${sourceOf(id)}, ${sourceOf(constructProperties(definition))})`]
      : taskStatements(definition, id)
  return { output: program(stack, statements), notes: work.notes, questions: work.questions, problems: [] }
}

function program(stack: string, statements: readonly string[]): string {
  const body = statements.map((statement) => indented(statement, 4)).join('\n')
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\.`).test(body)
  const base = ['Duration', 'Stack', 'StackProps', 'Tags'].filter(
    (name) => name.startsWith('Stack') || uses(name),
  )
  return `import { ${base.map((name) => (name === 'StackProps' ? 'type StackProps' : name)).join(', ')} } from 'aws-cdk-lib'
import * as ecs from 'aws-cdk-lib/aws-ecs'
${uses('iam') ? "import * as iam from 'aws-cdk-lib/aws-iam'\n" : ''}import type { Construct } from 'constructs'

export class ${stack} extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
${body}
  }
}
`
}

/** No text of the program has a line break within: they are escaped. */
function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n')
}
