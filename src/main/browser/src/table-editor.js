import 'dmn-js/dist/assets/diagram-js.css';
