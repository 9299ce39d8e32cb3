// Stands where docker compose would: «restart SERVICE», which takes a while and may fail.

const [, , , service] = process.argv;
console.log(`Container ${service} Restarting`);
if (service === 'failing') {
  console.error(`no such service: ${service}`);
  process.exitCode = 1;
} else {
  setTimeout(() => console.log(`Container ${service} Started`), service === 'slow' ? 1000 : 0);
}
