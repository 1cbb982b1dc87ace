/** R0.port-value: ports are numbers between 1 and 65535; host port 0 stands for a dynamic one. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const highest = 65_535

export const portValue = defineRule({
  id: 'R0.port-value',
  severity: 'error',
  summary: {
    en: 'A container port is 1–65535, a host port 0–65535.',
    ko: '컨테이너 포트는 1~65535, 호스트 포트는 0~65535입니다.',
  },
  why: { en: 'There are no other ports.', ko: '다른 포트는 없습니다.' },
  docs: docs.portMapping,
  examples: {
    good: [onEc2({ portMappings: [{ containerPort: 65_535, hostPort: 0 }] })],
    bad: [
      onEc2({ portMappings: [{ containerPort: 70_000 }] }),
      onEc2({ portMappings: [{ containerPort: 80, hostPort: -1 }] }),
      onEc2({ portMappings: [{ containerPort: 0 }] }),
    ],
  },
  find: (definition) =>
    portsOf(definition).flatMap(({ mapping, portPath, name }) =>
      (
        [
          ['containerPort', 1],
          ['hostPort', 0],
        ] as const
      ).flatMap(([member, least]) => {
        const port = mapping[member]
        if (port === undefined || (port >= least && port <= highest)) return []
        return [
          {
            path: [...portPath, member],
            text: {
              en: '{port} is no {member} (container {container}): ports go from {least} to 65535.',
              ko: '{port}은(는) {member} 값이 아닙니다({container} 컨테이너). 포트는 {least}~65535입니다.',
            },
            values: { port: String(port), member, container: name, least: String(least) },
          },
        ]
      }),
    ),
})
