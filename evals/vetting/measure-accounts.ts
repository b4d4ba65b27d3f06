/**
 * How well the fixed rules tell false accounts from real ones: `node evals/vetting/measure-accounts.ts <folder>`.
 *
 * The folder holds JSON arrays of accounts, either as applications (with `fake` or `isFake` beside `stats`) or in the form
 * of the instafake data set. Nothing is learnt here. Of each file the half that the rules were never fitted to is measured
 * apart, and so are platforms and files where both sides occur.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeChance } from '../../src/domain/vetting/audience/fake-chance.ts';
import { readApplication } from '../../src/domain/vetting/read-application.ts';
import { isRecord } from '../../src/domain/vetting/record-reader.ts';
import { VETTING_POLICY_DEFAULTS } from '../../src/domain/vetting/vetting-policy.ts';
import { areaUnderCurve } from './area-under-curve.ts';

interface Account {
  readonly file: string;
  readonly platform: string;
  readonly isFake: boolean;
  readonly chance: number;
  /** Of the half that no weight was fitted to, by a hash of its figures. */
  readonly isHeldOut: boolean;
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write(
    'Name the folder with the accounts: node evals/vetting/measure-accounts.ts <folder>\n',
  );
  process.exit(2);
}
const accounts = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => accountsIn(join(folder, file), file));
print('all accounts', accounts);
print(
  'the half held out',
  accounts.filter(({ isHeldOut }) => isHeldOut),
);
for (const [platform, group] of Map.groupBy(accounts, (account) => account.platform))
  print(`platform ${platform}`, group);
const files = [...new Set(accounts.filter(({ isFake }) => !isFake).map(({ file }) => file))];
for (const file of files) {
  print(
    `false ones against the real ones of ${file}`,
    accounts.filter((account) => account.isFake || account.file === file),
  );
}

function accountsIn(path: string, file: string): Account[] {
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).flatMap((entry, at): Account[] => {
    const isFake = entry.isFake ?? entry.fake ?? entry.automatedBehaviour;
    if (isFake === undefined) return [];
    const read = readApplication({ id: `${file}-${at}`, ...applicationOf(entry) });
    if ('error' in read) return [];
    const chance = fakeChance(read.application);
    if (chance === null) return [];
    const digest = createHash('sha256').update(JSON.stringify(entry)).digest();
    return [
      {
        file,
        platform: read.application.platform ?? 'unnamed',
        isFake: isFake === 1 || isFake === true,
        chance,
        isHeldOut: digest.readUInt8(0) % 2 === 1,
      },
    ];
  });
}

function applicationOf(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (entry.stats !== undefined) return { ...entry };
  return {
    platform: 'instagram',
    stats: {
      followers: entry.userFollowerCount,
      following: entry.userFollowingCount,
      posts: entry.userMediaCount,
      profile_picture: entry.userHasProfilPic,
      private: entry.userIsPrivate,
      bio_length: entry.userBiographyLength,
      username_digits: entry.usernameDigitCount,
    },
  };
}

function print(name: string, group: readonly Account[]): void {
  const fakes = group.filter(({ isFake }) => isFake);
  const reals = group.filter(({ isFake }) => !isFake);
  const area = areaUnderCurve(
    fakes.map(({ chance }) => chance),
    reals.map(({ chance }) => chance),
  );
  const above = (side: readonly Account[]): string =>
    side.length === 0
      ? 'none'
      : `${((100 * side.filter(({ chance }) => chance >= VETTING_POLICY_DEFAULTS.fakeAccountFrom).length) / side.length).toFixed(1)} %`;
  process.stdout.write(
    `${name}: ${fakes.length} false, ${reals.length} real; ${
      area === null
        ? 'no area under the curve, one side is missing'
        : `AUC ${area.value.toFixed(4)} (${area.interval.map((bound) => bound.toFixed(4)).join(' to ')})`
    }; flagged ${above(fakes)} of the false, ${above(reals)} of the real\n`,
  );
}
