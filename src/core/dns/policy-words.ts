/** Routing policies of Route 53 as its console calls them in Korean. In English their own names are words already. */

/** An ICU argument that says the `policy` of a message. */
export const policyInKorean =
  '{policy, select, weighted {가중치 기반} latency {지연 시간} geolocation {지리 위치} failover {장애 조치} multivalue {다중 값} cidr {IP 기반} geoproximity {지리 근접} other {{policy}}}'
