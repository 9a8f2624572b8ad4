import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
