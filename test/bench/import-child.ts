/** The import command in a process of its own, which tells its peak memory in kB at the end. Argument: the folder to import. */
process.argv.splice(2, 0, 'import');
await import('../../bot/commands/knowledge/main.ts');
process.stdout.write(`peak ${process.resourceUsage().maxRSS}\n`);
