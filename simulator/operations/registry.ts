/** Registry: every emulated service, one line each. */
import type { ServiceModel } from '../operation.ts'

export const services: ServiceModel[] = []
