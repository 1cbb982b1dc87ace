/** `npm run cutover`: plans and undoes cutovers from the command line, so that a way back never depends on a browser. */
import { cutover } from './cutover-command.ts'
import { realOutside } from './cutover-outside.ts'

// The SDK's advice on Node's version would stand above every answer.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
process.exitCode = await cutover(process.argv.slice(3), realOutside())
