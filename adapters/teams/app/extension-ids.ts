/** What Teams sends back when somebody uses the box for searching, or the action beside it. */
export const LOOKUP_COMMAND = 'lookup';
export const COMPARE_COMMAND = 'compare';
/** The one parameter of the search. */
export const QUERY_PARAMETER = 'query';
