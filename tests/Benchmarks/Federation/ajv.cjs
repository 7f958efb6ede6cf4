// ajv.cjs SCHEMA RESPONSE ROUNDS: compiles the schema, checks all events of an answer to send_join ROUNDS times, and prints the seconds of each round.
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require(path.join(process.cwd(), 'node_modules/ajv/dist/2020')).default;

const [schema, response, rounds] = process.argv.slice(2);
const answer = JSON.parse(fs.readFileSync(response));
const events = answer.state.concat(answer.auth_chain);
const validate = new Ajv({ allErrors: false, strict: false }).compile(JSON.parse(fs.readFileSync(schema)));
const seconds = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = process.hrtime.bigint();
  let bad = 0;
  for (const event of events) {
    if (!validate(event)) {
      bad++;
    }
  }
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
  if (bad > 0) {
    console.error(`${bad} events don't fit: ${JSON.stringify(validate.errors)}`);
    process.exit(1);
  }
}
console.log(JSON.stringify({ events: events.length, seconds }));
