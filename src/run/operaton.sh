#!/usr/bin/env bash
# Moves a copy of the source to the engine's free fork Operaton, builds it and runs the tests that can run there (house rule: no file of ours says
# whose engine it is but those that this script changes). Diagrams, forms, SQL and data stay as they are.
#   src/run/operaton.sh [folder] [what mvn test runs, as for -Dtest; - for nothing]
set -euo pipefail
cd "$(dirname "$0")/../.."
copy=${1:-target/operaton}
tests=${2:-'Diagram*Test,Bpmn*Test,DecisionTablesTest,*JourneyTest,MoveDossiersTest,EngineBoundaryTest,StatementBudgetTest'}
operaton=1.0.3

rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- --create | tar --extract --directory "$copy"
# What was built for the browser does not ask for the engine.
[ ! -d src/main/browser/node_modules ] || cp -a src/main/browser/node_modules "$copy/src/main/browser/"
cd "$copy"

sed -i "s#<camunda.version>.*</camunda.version>#<operaton.version>$operaton</operaton.version>#
        s#org\.camunda\.bpm#org.operaton.bpm#g; s#camunda-bom#operaton-bom#g; s#camunda-bpm-#operaton-bpm-#g; s#\${camunda\.version}#\${operaton.version}#g" pom.xml
# Its expressions are those of Jakarta, no copy of its own.
grep -rlZE 'org[./]camunda[./](bpm|commons)' src --include='*.java' |
  xargs -0 sed -i -E 's#org\.camunda\.bpm\.impl\.juel\.jakarta\.el#jakarta.el#g; s#org([./])camunda([./])(bpm|commons)#org\1operaton\2\3#g'
grep -rlZE '(get|is|set)Camunda|Camunda(FormDefinition|FailedJob|Bpm)|camundaTaskExecutor' src --include='*.java' |
  xargs -0 sed -i -E 's#\b(get|is|set)Camunda#\1Operaton#g; s#\bCamunda(FormDefinition|FailedJob)#Operaton\1#g; s#instance\.camunda\.#instance.operaton.#g; s#\bCamundaBpm#OperatonBpm#g; s#\bcamundaTaskExecutor#operatonTaskExecutor#g'
grep -rlZ 'camunda\.bpm' src --include='*.java' --include='*.yaml' | xargs -0 sed -i -E 's#(^|[^./a-z])camunda\.bpm([.:])#\1operaton.bpm\2#g'

mvn -B -q -DskipTests package
[ "$tests" = - ] || mvn -B -q surefire:test -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false
echo "The product on Operaton $operaton: $copy/target/dossierwerk.jar"
