/** Examples with health checks. */
import { onEc2 } from '../example.ts'

export const check = (startPeriod: number) =>
  onEc2({ portMappings: [{ containerPort: 80 }], healthCheck: { command: ['CMD', '/ok'], startPeriod } })
