// Where blocks stand (a message, a modal, Home): knows how to press there and what is in the fields.
import { confirmed } from "../elements/confirm.js";
import { Values } from "./values.js";

export class Surface {
  /**
   * @param {object} session api, workspace and toasts of this page
   * @param {object} where {channel, message_ts} or {view_id}: goes along with every press
   * @param {Values} [values]
   */
  constructor(session, where, values = new Values()) {
    this.session = session;
    this.where = where;
    this.values = values;
    /** Hears the block of every field that gets another value. */
    this.changed = () => {};
  }

  get workspace() {
    return this.session.workspace;
  }

  /** Asks first where the element wants that; true when the app was told. */
  async press(action, element) {
    if (element.confirm && !(await confirmed(element.confirm, this.workspace))) return false;
    try {
      const answer = await this.session.api.press(this.where, action, this.values.all());
      if (!answer.ok) this.session.toasts.trouble(answer.error);
    } catch (error) {
      this.session.toasts.trouble(error.message);
    }
    return true;
  }

  /** The app's choices for an external menu, as groups. */
  async options(block_id, action_id, query) {
    const answer = await this.session.api.options(this.where, block_id, action_id, query);
    if (answer.error) throw new Error(answer.error);
    return answer.option_groups ?? [{ options: answer.options ?? [] }];
  }
}
