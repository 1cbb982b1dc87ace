/** What cleaning says it did. None of it repeats a value: it may be a secret. */
import type { Text } from '../../../i18n/text.ts'

export const words = {
  utf16: { en: 'Read as UTF-16 instead of UTF-8.', ko: 'UTF-8이 아닌 UTF-16으로 읽었습니다.' },
  notUtf8: {
    en: 'The file is in another encoding: bytes that cannot be read stand as � from line {line} on.',
    ko: '파일이 다른 인코딩입니다. 읽을 수 없는 바이트는 {line}행부터 �로 표시됩니다.',
  },
  byteOrderMark: {
    en: 'Removed the byte order mark at the start.',
    ko: '맨 앞의 바이트 순서 표시(BOM)를 제거했습니다.',
  },
  lineEnds: { en: 'Turned line ends into those of Unix.', ko: '줄바꿈을 유닉스 방식으로 바꾸었습니다.' },
  textBefore: {
    en: 'Left out {lines, plural, one {# line} other {# lines}} before the definition.',
    ko: '정의 앞에 있는 {lines}줄을 뺐습니다.',
  },
  textAfter: {
    en: 'Left out {lines, plural, one {# line} other {# lines}} after the definition.',
    ko: '정의 뒤에 있는 {lines}줄을 뺐습니다.',
  },
  jsonString: {
    en: 'Took the definition out of a JSON text in quotes.',
    ko: '따옴표로 감싼 JSON 문자열에서 정의를 꺼냈습니다.',
  },
  yaml: {
    en: '{comments, plural, =0 {Turned YAML into JSON.} other {Turned YAML into JSON; its comments stand at the top.}}',
    ko: '{comments, plural, =0 {YAML을 JSON으로 바꾸었습니다.} other {YAML을 JSON으로 바꾸었습니다. 주석은 맨 위로 옮겼습니다.}}',
  },
  terraform: {
    en: 'Turned the language of Terraform into JSON.',
    ko: 'Terraform 언어를 JSON으로 바꾸었습니다.',
  },
  placeholder: {
    en: 'Put the placeholder {placeholder} in line {line} in quotes; it has to be filled.',
    ko: '{line}행의 자리 표시자 {placeholder}을(를) 따옴표로 감쌌습니다. 값을 채워야 합니다.',
  },
  placeholderAside: {
    en: 'Made the placeholder {placeholder} in line {line} a comment; what it stands for has to be written.',
    ko: '{line}행의 자리 표시자 {placeholder}을(를) 주석으로 바꾸었습니다. 해당 내용을 직접 써야 합니다.',
  },
  missingComma: { en: 'Added the missing comma in line {line}.', ko: '{line}행에 빠진 쉼표를 넣었습니다.' },
  lastComma: {
    en: 'Removed the comma before the closing bracket in line {line}.',
    ko: '{line}행의 닫는 괄호 앞에 있는 쉼표를 제거했습니다.',
  },
  duplicate: {
    en: 'Removed {key} in line {line}: it stands again further down, and only the last one counts.',
    ko: '{line}행의 {key}을(를) 제거했습니다. 아래에 다시 나오며, 마지막 것만 적용됩니다.',
  },
  listOfOne: {
    en: 'Took the only definition out of its list.',
    ko: '목록에 하나뿐인 정의를 꺼냈습니다.',
  },
  wrapped: {
    en: 'Took the definition out of the answer of DescribeTaskDefinition.',
    ko: 'DescribeTaskDefinition 응답에서 정의를 꺼냈습니다.',
  },
  tagsMoved: {
    en: 'Moved the tags beside it into the definition.',
    ko: '정의 옆에 있던 태그를 정의 안으로 옮겼습니다.',
  },
  sibling: {
    en: 'Left out {key}, which stands beside the definition.',
    ko: '정의 옆에 있는 {key}을(를) 뺐습니다.',
  },
  resource: {
    en: 'Took the properties out of the CloudFormation resource.',
    ko: 'CloudFormation 리소스에서 속성을 꺼냈습니다.',
  },
  template: {
    en: 'Took {resource}, the only task definition, out of the CloudFormation template.',
    ko: 'CloudFormation 템플릿에서 유일한 태스크 정의인 {resource}을(를) 꺼냈습니다.',
  },
  containers: {
    en: 'Made a definition around the containers; its family is still to be given.',
    ko: '컨테이너를 감싸는 정의를 만들었습니다. 패밀리는 직접 정해야 합니다.',
  },
  keyCase: { en: 'Renamed {key} to {name}.', ko: '{key}을(를) {name}(으)로 바꾸었습니다.' },
  readOnly: {
    en: 'Removed {key}: AWS answers it, and takes it from nobody.',
    ko: '{key}을(를) 제거했습니다. AWS가 응답으로만 주는 값이며 등록할 때는 받지 않습니다.',
  },
  null: {
    en: 'Removed {key}, which is null: nothing is set.',
    ko: '{key}을(를) 제거했습니다. null은 설정하지 않았다는 뜻입니다.',
  },
  empty: {
    en: 'Removed {key}, which is empty, as AWS answers it for what is not set.',
    ko: '{key}을(를) 제거했습니다. 비어 있는 값으로, AWS가 설정하지 않은 항목에 대해 주는 응답입니다.',
  },
  toNumber: { en: 'Wrote {key} as a number.', ko: '{key}을(를) 숫자로 바꾸었습니다.' },
  toText: { en: 'Put the value of {key} in quotes.', ko: '{key}의 값을 따옴표로 감쌌습니다.' },
  toBoolean: { en: 'Wrote {key} as true or false.', ko: '{key}을(를) true 또는 false로 바꾸었습니다.' },
  size: {
    en: 'Wrote {key} in {key, select, cpu {CPU units} other {MiB}}: {size, number, ::group-off}.',
    ko: '{key}을(를) {key, select, cpu {CPU 단위} other {MiB}}로 썼습니다: {size, number, ::group-off}.',
  },
} satisfies Record<string, Text>

/** Why a text is refused although it can be read. */
export const refusals = {
  empty: { en: 'There is nothing in it.', ko: '내용이 없습니다.' },
  manyDefinitions: {
    en: 'The template has {count} task definitions: {names}. Paste one of them.',
    ko: '템플릿에 태스크 정의가 {count}개 있습니다: {names}. 그중 하나만 붙여 넣으세요.',
  },
  manyLists: {
    en: 'A second list of containers begins here; only one can be read.',
    ko: '여기서 두 번째 컨테이너 목록이 시작됩니다. 하나만 읽을 수 있습니다.',
  },
  noDefinition: {
    en: 'The template has no resource of the type AWS::ECS::TaskDefinition.',
    ko: '템플릿에 AWS::ECS::TaskDefinition 유형의 리소스가 없습니다.',
  },
  yaml: { en: 'This cannot be read as YAML: {reason}', ko: 'YAML로 읽을 수 없습니다: {reason}' },
  noJson: {
    en: 'This is neither JSON nor YAML of a known kind.',
    ko: '알고 있는 형식의 JSON이나 YAML이 아닙니다.',
  },
} satisfies Record<string, Text>
