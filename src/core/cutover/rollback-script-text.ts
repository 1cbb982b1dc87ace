/** The unchanging parts of the rollback script. POSIX sh; of other programs only cat, date, mkdir, od, rm, sed, sleep, tr. */

export const scriptHead = String.raw`
#!/bin/sh
# Puts @NAME@ back as it was before cutover @ID@, with nothing but the AWS CLI.
#
#   sh rollback.sh             back to the original records, from whatever state the cutover is in
#   sh rollback.sh --state 3   the same where the journal is gone or wrong: you say which state the records are in
#   sh rollback.sh status      says what stands in the zone, and changes nothing
#   sh rollback.sh cleanup     deletes the journal, 20 minutes after the last write or later
#
# What somebody has changed by hand is never overwritten: AWS then refuses the whole change, and nothing is done.
# Ends with 0: done. 1: nothing was changed. 2: somebody must look.
set -u
AWS_PAGER=
export AWS_PAGER
`

export const scriptBody = String.raw`
say() { printf '%s\n' "$*"; }
stop() { code=$1; shift; printf '%s\n' "$*" >&2; exit "$code"; }

# The TXT record set named $1 as JSON, exactly as it has to be deleted; null where there is none.
record() {
  aws route53 list-resource-record-sets --hosted-zone-id "$ZONE" --start-record-name "$1" --start-record-type TXT \
    --max-items 1 --output json --query "ResourceRecordSets[?Name=='$1' && Type=='TXT'] | [0]"
}
# The readable text of the claim $1, and one field of the text $1.
text_of() { printf '%s\n' "$1" | sed -n 's/.*\\"\(v=cutover1 [^"\\]*\)\\".*/\1/p'; }
field() { printf '%s\n' "$1" | tr ' ' '\n' | sed -n "s/^$2=//p"; }
is_number() { case $1 in '' | *[!0-9]*) return 1 ;; esac; }
label() { printf '%s\n' "$LABELS" | tr ' ' '\n' | sed -n "$(($1 + 1))p"; }

read_claim() {
  claim=$(record "$CLAIM") || stop 1 "The claim could not be read. Nothing was changed."
  text=$(text_of "$claim")
  g=0 i= hi= st= pd=$PLAN t=0
  [ -n "$text" ] || return 0
  [ "$(field "$text" id)" = "$ID" ] && [ "$(field "$text" d)" = "$DIGEST" ] ||
    stop 1 "Another cutover owns $NAME: $text. Nothing was changed."
  g=$(field "$text" g) i=$(field "$text" i) hi=$(field "$text" hi) st=$(field "$text" st)
  pd=$(field "$text" pd) t=$(field "$text" t)
  is_number "$g" && is_number "$i" && is_number "$hi" && is_number "$t" ||
    stop 1 "The claim is damaged: $text. Nothing was changed."
}

# Changes in $DIR/changes, each with a comma at its end: all but the last are followed by another one.
send() {
  { printf '{"Comment":"tidegate cutover %s %s by script","Changes":[' "$ID" "$1"; cat "$DIR/changes"; printf ']}'; } \
    >"$DIR/batch.json"
  change=$(AWS_MAX_ATTEMPTS=1 aws route53 change-resource-record-sets --hosted-zone-id "$ZONE" \
    --change-batch "file://$DIR/batch.json" --query ChangeInfo.Id --output text 2>"$DIR/errors") && return 0
  cat "$DIR/errors" >&2
  # An answer may get lost on its way: the claim tells what was done.
  after=$(record "$CLAIM") || stop 2 "Whether it was done could not be read. Run this script again."
  [ "$after" != "$claim" ] || stop 1 "Nothing was changed."
  case $after in *"$2"*) change= ;; *) stop 2 "Somebody else has written meanwhile. Run this script again." ;; esac
}

wait_for_all() {
  tries=0
  while [ -n "$change" ] && [ "$tries" -lt 120 ]; do
    reached=$(aws route53 get-change --id "$change" --query ChangeInfo.Status --output text 2>/dev/null) || break
    [ "$reached" = INSYNC ] && say "All name servers have the change." && return 0
    tries=$((tries + 1))
    sleep 5
  done
  say "Whether all name servers have the change is not known: it takes a minute as a rule."
}

# Said with a start, the command line reads one page: at one name there are never more.
live() {
  aws route53 list-resource-record-sets --hosted-zone-id "$ZONE" --start-record-name "$NAME" \
    --max-items 300 --output json --query "$1"
}

set_rule() {
  [ -n "$RULE" ] || return 0
  actions >"$DIR/actions.json"
  say "What the rule did until now:"
  if [ "$RULE_KIND" = rule ]; then
    aws elbv2 describe-rules --region "$RULE_REGION" --rule-arns "$RULE" --output json --query 'Rules[0].Actions'
    aws elbv2 modify-rule --region "$RULE_REGION" --rule-arn "$RULE" --actions "file://$DIR/actions.json" >/dev/null
  else
    aws elbv2 describe-listeners --region "$RULE_REGION" --listener-arns "$RULE" --output json \
      --query 'Listeners[0].DefaultActions'
    aws elbv2 modify-listener --region "$RULE_REGION" --listener-arn "$RULE" \
      --default-actions "file://$DIR/actions.json" >/dev/null
  fi || stop 2 "The rule was not set. Run: sh $0 rule"
  say "The rule does what it did before the cutover."
}

tombstone() {
  printf '{"Action":"CREATE","ResourceRecordSet":{"Name":%s,"Type":"TXT","TTL":60,"ResourceRecords":[{"Value":"' "$CLAIM_JSON"
  printf '\\"v=cutover1 id=%s g=%s i=0 hi=%s st=rolledback x=%s d=%s pd=%s t=%s\\""}]}}' \
    "$ID" "$((g + 1))" "$hi" "$nonce" "$DIGEST" "$pd" "$(date +%s)"
}

roll_back() {
  read_claim
  [ "$claim" != null ] || [ -n "$1" ] || stop 1 "The claim at $CLAIM is gone: somebody has deleted the journal. Nothing was changed.
If the records still have to go back, say which state they are in: sh $0 --state N (0 to $LAST: $LABELS)"
  [ -n "$text" ] || [ "$claim" = null ] || [ -n "$1" ] || stop 1 "The claim cannot be read: $claim
Nothing was changed. Say which state the records are in: sh $0 --state N (0 to $LAST: $LABELS)"
  [ "$st" != rolledback ] || [ -n "$1" ] || { say "It was rolled back already. Later: sh $0 cleanup"; return 0; }
  from=$i
  [ -z "$1" ] || from=$1
  [ -n "$hi" ] && [ "$hi" -ge "$from" ] || hi=$from
  [ "$from" -le "$LAST" ] || stop 1 "There is no state $from. Nothing was changed."
  say "From state $from ($(label "$from")) to the original records of $NAME ..."
  nonce=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
  {
    [ "$claim" = null ] || printf '{"Action":"DELETE","ResourceRecordSet":%s},\n' "$claim"
    # Where nothing was ever moved, only the journal says otherwise.
    [ "$hi" = 0 ] && [ -z "$1" ] || "changes_$from"
    tombstone
  } >"$DIR/changes"
  send rollback "x=$nonce "
  say "Done: change $change"
  [ "$hi" = 0 ] || set_rule
  wait_for_all
  # A hostname that never moved is as its owners left it.
  [ "$hi" = 0 ] || [ -n "$RULE" ] || [ "$(live "$(expected)")" = true ] ||
    { live "ResourceRecordSets[?Name=='$NAME']"; stop 2 "The records read back are not exactly the original ones: see above."; }
  say "Read back: the original records stand. Clients follow as the answers they keep run out; leave the new side running until then."
  say "In 20 minutes or later: sh $0 cleanup"
}

clean_up() {
  read_claim
  [ "$claim" != null ] || stop 1 "There is no journal to delete."
  case $st in
    rolledback | done) ;;
    *) stop 1 "The cutover is open: roll back first. Nothing was changed." ;;
  esac
  left=$((t + 1200 - $(date +%s)))
  [ "$left" -le 0 ] || stop 1 "Signed requests may still arrive: try again in $left seconds. Nothing was changed."
  snapshot=$(record "$SNAPSHOT") || stop 1 "The snapshot could not be read. Nothing was changed."
  {
    [ "$snapshot" = null ] || printf '{"Action":"DELETE","ResourceRecordSet":%s},\n' "$snapshot"
    printf '{"Action":"DELETE","ResourceRecordSet":%s}' "$claim"
  } >"$DIR/changes"
  send cleanup null
  say "The journal is gone."
}

DIR=${'$'}{TMPDIR:-/tmp}/rollback-$ID-$$
(umask 077 && mkdir "$DIR") || stop 1 "There is no place for files at $DIR."
trap 'rm -rf "$DIR"' EXIT
trap 'exit 2' HUP INT TERM
case ${'$'}{1-} in
  '') roll_back '' ;;
  --state)
    is_number "${'$'}{2-}" || stop 1 "--state needs a number from 0 to $LAST: $LABELS"
    roll_back "$2"
    ;;
  cleanup) clean_up ;;
  rule) set_rule ;;
  status)
    read_claim
    say "Journal: ${'$'}{text:-$claim}"
    [ -z "$i" ] || say "State $i ($(label "$i")), $st"
    live "ResourceRecordSets[?Name=='$NAME']"
    ;;
  *) stop 1 "Unknown: $1. There are: sh $0 [--state N | status | cleanup]" ;;
esac
`
