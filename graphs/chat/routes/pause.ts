import { programmeStatus } from '../../../tools/programme/status.ts';
import { defineChatRoute } from '../chat-route.ts';
import { confirmControl } from '../confirm-control.ts';

export const pauseRoute = defineChatRoute({
  intent: 'pause',
  needs: null,
  tools: [programmeStatus],
  steps: ['See whether everything is paused', 'Ask before anything changes'],
  example: 'Pause everything',
  answer: (desk) => confirmControl(desk, 'pause'),
});
