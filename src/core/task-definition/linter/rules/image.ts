/** R0.image: each container names an image, in a way that AWS can read. */
import type { Text } from '../../../../i18n/text.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

const words = {
  missing: {
    en: 'Container {container} names no image.',
    ko: '{container} 컨테이너에 이미지가 없습니다.',
  },
  long: {
    en: 'The image’s name is {length, number} characters long; 255 is the most.',
    ko: '이미지 이름이 {length, number}자입니다. 최대 255자입니다.',
  },
  digest: {
    en: 'A digest is @sha256: and 64 digits of 0–9 and a–f.',
    ko: '다이제스트는 @sha256: 뒤에 0~9, a~f로 64자리입니다.',
  },
  characters: {
    en: 'An image’s name has no spaces, and only letters, digits and -_:./#@ in it.',
    ko: '이미지 이름에는 공백이 없으며 영문자, 숫자, -_:./#@만 들어갑니다.',
  },
} satisfies Record<string, Text>

const digest = 'a1b2c3d4'.repeat(8)

export const image = defineRule({
  id: 'R0.image',
  severity: 'error',
  summary: {
    en: 'Each container names an image: 255 characters at most, a digest is @sha256: and 64 hexadecimal digits.',
    ko: '각 컨테이너는 이미지를 지정합니다. 최대 255자이며 다이제스트는 @sha256: 뒤 16진수 64자리입니다.',
  },
  why: {
    en: 'The image is what runs. AWS refuses a container without one and names that no registry can have.',
    ko: '이미지가 실제로 실행됩니다. AWS는 이미지가 없거나 레지스트리에 있을 수 없는 이름을 거부합니다.',
  },
  docs: docs.container,
  awsText: 'Container.image contains invalid characters.',
  examples: {
    good: [
      onEc2({ image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.2.3' }),
      onEc2({ image: `nginx@sha256:${digest}` }),
      onEc2({ image: `nginx:1.27@sha256:${digest}` }),
      onEc2({ image: '<IMAGE1_NAME>' }),
    ],
    bad: [
      onEc2({ image: undefined }),
      onEc2({ image: '' }),
      onEc2({ image: 'nginx: 1.27' }),
      onEc2({ image: 'nginx@sha256:abc' }),
      onEc2({ image: `shop/${'a'.repeat(251)}` }),
    ],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { image: written = '' }, name, path }) => {
      const text = troubleOf(written)
      const values = { container: name, length: written.length }
      return text ? [{ path: written === '' ? path : [...path, 'image'], text, values }] : []
    }),
})

function troubleOf(written: string): Text | undefined {
  if (written === '') return words.missing
  if (hasHole(written)) return undefined
  if (written.length > 255) return words.long
  if (/[^\w\-:./#@+]/.test(written)) return words.characters
  return written.includes('@') && !/@sha256:[0-9a-f]{64}$/.test(written) ? words.digest : undefined
}
