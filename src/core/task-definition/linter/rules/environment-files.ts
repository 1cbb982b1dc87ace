/** R0.environment-files: files of variables are at most ten .env files in S3. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

const most = 10
const objectArn = /^arn:aws[\w-]*:s3:::[^/]+\/.+\.env$/

const words = {
  many: {
    en: 'Container {container} names {count, number} environment files; {most, number} is the most.',
    ko: '{container} 컨테이너의 환경 파일이 {count, number}개입니다. 최대 {most, number}개입니다.',
  },
  value: {
    en: 'An environment file is the ARN of an object in S3 that ends in .env.',
    ko: '환경 파일은 .env로 끝나는 S3 객체의 ARN입니다.',
  },
}

const file = (name: string) => ({ type: 's3', value: `arn:aws:s3:::settings/${name}` })

export const environmentFiles = defineRule({
  id: 'R0.environment-files',
  severity: 'error',
  summary: {
    en: 'A container names at most 10 environment files, each the ARN of an S3 object that ends in .env.',
    ko: '환경 파일은 컨테이너마다 최대 10개이며 각각 .env로 끝나는 S3 객체의 ARN입니다.',
  },
  why: {
    en: 'ECS fetches the files from S3 before the container starts, and reads only this kind.',
    ko: 'ECS는 컨테이너를 시작하기 전에 S3에서 파일을 가져오며 이 형식만 읽습니다.',
  },
  docs: docs.environmentFile,
  examples: {
    good: [onFargate({ environmentFiles: [file('web.env')] })],
    bad: [
      onFargate({ environmentFiles: [file('web.txt')] }),
      onFargate({ environmentFiles: [{ type: 's3', value: 's3://settings/web.env' }] }),
      onFargate({ environmentFiles: Array.from({ length: 11 }, (_, index) => file(`${index}.env`)) }),
    ],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { environmentFiles: files = [] }, name, path }) => {
      const place = [...path, 'environmentFiles']
      const values = { container: name, count: files.length, most }
      const wrong = files.flatMap(({ value }, index) =>
        value === undefined || objectArn.test(value) || hasHole(value)
          ? []
          : [{ path: [...place, index, 'value'], text: words.value }],
      )
      return files.length > most ? [{ path: place, text: words.many, values }, ...wrong] : wrong
    }),
})
