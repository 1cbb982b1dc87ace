/**
 * Three clusters in two Regions with the troubles an operator meets. Names and troubles, for those who write tests:
 *
 * ap-northeast-2
 * - cluster `commerce` (3 EC2 instances of Auto Scaling group `commerce-nodes`, capacity provider `commerce-ec2`)
 *   - `storefront`: 3 tasks, dynamic host ports, target group `storefront`, load balancer `commerce-alb`
 *   - `checkout`: static host port 8080; its deployment of 2 hours ago cannot place tasks (port in use); target group `checkout`
 *   - `mariadb`: 1 task, static port 3306, host volume `/data/mariadb`
 *   - `node-exporter`: DAEMON
 *   - a task of family `sales-report`, run 20 minutes ago, stopped with exit code 0
 * - cluster `platform` (Fargate), load balancer `platform-alb`
 *   - `web` (4 tasks, target group `web`), `api` (3, container health check, target group `api`)
 *   - `worker` (2 tasks; both ran out of memory within the last hour and were replaced)
 *   - `notifications` (4 tasks, target group `notifications`): a deployment of 2 minutes ago crashed and is rolling back
 *   - `admin` (1 wanted, 2 run): its new task has been unhealthy in target group `admin` for 3 hours,
 *     Target.ResponseCodeMismatch, codes [404]; the old one still serves
 *
 * us-east-1
 * - cluster `analytics` (3 EC2 instances, one DRAINING, one whose agent is disconnected), load balancer `analytics-alb`
 *   - `collector` (2 tasks, target group `collector`), `dashboard` (1 task, target group `dashboard`), `aggregator` (1 task)
 *
 * Roles, images, secrets, parameters, schedules, and a family without tasks: demo/around.ts.
 */
import { buildAnalytics } from './demo/analytics.ts'
import { furnishAround } from './demo/around.ts'
import { buildCommerce } from './demo/commerce.ts'
import { buildPlatform } from './demo/platform.ts'
import { type Scenario, withPast } from './scenario.ts'

const hour = 3_600_000

export const demo: Scenario = {
  name: 'demo',
  summary:
    'Three clusters in two Regions, with a stuck service, an unhealthy target and a deployment that rolls back.',
  build(world) {
    const chapters = [buildCommerce(world), buildPlatform(world), buildAnalytics(world)]
    withPast(
      world,
      24 * hour + 10 * 60_000,
      () => chapters.forEach((chapter) => chapter.begin()),
      chapters.flatMap((chapter) => chapter.later),
    )
    furnishAround(world)
  },
}
