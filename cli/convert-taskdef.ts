/** `npm run convert-taskdef`: Dockerrun, Compose and docker run into task definitions, and those into templates and programs. */
import { convertTaskdef } from './convert-command.ts'
import { realOutside } from './cutover-outside.ts'

process.exitCode = convertTaskdef(process.argv.slice(3), realOutside())
