import { stat, statfs } from 'node:fs/promises';

const SHARED_MEMORY_BYTES_MIN = 256 * 2 ** 20;

/** Text of `postgresql.conf`; written at each start, so that a new release brings its settings along. */
export async function configurationText(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    password_encryption: 'scram-sha-256',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    dynamic_shared_memory_type: await dynamicSharedMemory(),
    huge_pages: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Nobody replicates from here; indexes and bulk loads then write less.
    wal_level: 'minimal',
    max_wal_senders: '0',
    min_wal_size: '160MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // Queries here are short or scan once; compiling them costs more than it gives.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    // Starts, stops and breakdowns only: errors of statements belong to who sent them, and may quote customers.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    ...changes,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Marginkeeper at each start. Your own settings: alter system set …\n${lines.join('\n')}\n`;
}

/** Only this machine, only over TCP on the loopback, only with the password. */
export const ACCESS_TEXT = 'host all all 127.0.0.1/32 scram-sha-256\n';

/** Small containers have a /dev/shm of a few megabytes, or one that only root may write to; parallel queries fail in it. */
async function dynamicSharedMemory(): Promise<string> {
  if (process.platform === 'win32') return 'windows';
  if (process.platform !== 'linux') return 'posix';
  const free = await statfs('/dev/shm').then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const isOpenToAll = await stat('/dev/shm').then(
    ({ mode }) => (mode & 0o002) !== 0,
    () => false,
  );
  return isOpenToAll && free >= SHARED_MEMORY_BYTES_MIN ? 'posix' : 'mmap';
}
