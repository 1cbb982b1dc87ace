/** `npm run lint-taskdef`: the rules of the workbench on files, for people and pipelines. */
import { realOutside } from './cutover-outside.ts'
import { lintTaskdef } from './lint-command.ts'

// The SDK's advice on Node's version would stand above every answer.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
process.exitCode = await lintTaskdef(process.argv.slice(3), realOutside())
