import { z } from 'zod';

// The content policy allows no code made from text, not even the question whether it would be allowed. Schemas ask it
// when they are made, so this module is loaded before every other.
z.config({ jitless: true });
