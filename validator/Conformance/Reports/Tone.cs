namespace Conformance.Reports;

/// <summary>How a piece of text stands out on a terminal that shows colours.</summary>
internal enum Tone
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Less than the rest.</summary>
    Faint,

    /// <summary>All is well: green.</summary>
    Good,

    /// <summary>Something is wrong: red.</summary>
    Bad,

    /// <summary>Open, or a warning: yellow.</summary>
    Doubtful,

    /// <summary>Worth knowing: blue.</summary>
    Note,
}
