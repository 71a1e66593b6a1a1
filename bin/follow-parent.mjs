/**
 * Loaded before everything else. When whoever started us is killed outright, end in good order instead of living on
 * unseen. Only the process that was started so: its own children and threads load this file too.
 */
if (process.channel && process.env.SEPTET_STARTED_BY === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
