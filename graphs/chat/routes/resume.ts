import { programmeStatus } from '../../../tools/programme/status.ts';
import { defineChatRoute } from '../chat-route.ts';
import { confirmControl } from '../confirm-control.ts';

export const resumeRoute = defineChatRoute({
  intent: 'resume',
  needs: null,
  tools: [programmeStatus],
  steps: ['See whether everything is paused', 'Ask before anything changes'],
  example: 'Resume sending',
  answer: (desk) => confirmControl(desk, 'resume'),
});
