import { describe, expect, it } from 'vitest';
import { profileFigures } from './profile-figures.ts';

describe('profileFigures', () => {
  it.each([
    ['12K Followers, 300 Following, 80 Posts - See photos and videos', [12_000, 300, 80]],
    ['1.2M Followers, 1,204 Following, 3,001 Posts', [1_200_000, 1_204, 3_001]],
    ['12.3K subscribers, 240 videos', [12_300, null, 240]],
    ['4.321 Follower, 300 gefolgt, 80 Beiträge', [4_321, 300, 80]],
    ['1,5 Mio. Abonnenten', [1_500_000, null, null]],
    ['Mugs and tea since 2019. Follow me.', [null, null, null]],
    ['Reach 10 followers of 5 postscripts', [10, null, null]],
    ['', [null, null, null]],
  ])('reads %s', (words, [followers, following, posts]) => {
    expect(profileFigures(words)).toEqual({ followers, following, posts });
  });

  it('takes no time over endless digits', () => {
    expect(profileFigures(`${'1,'.repeat(50_000)} x`).followers).toBeNull();
  });
});
