namespace Conformance.Cli;

/// <summary>What the process returns, the same whatever the report's format.</summary>
internal enum ExitCode
{
    /// <summary>Valid, and nothing at or above <c>--fail-on</c>.</summary>
    Valid = 0,

    /// <summary>Invalid.</summary>
    Invalid = 1,

    /// <summary>The call's words are off.</summary>
    Usage = 2,

    /// <summary>The input can't be read: missing, not a container we know, or the disk failed.</summary>
    Unreadable = 3,

    /// <summary>Nothing fails, but something that decides was not checked.</summary>
    Undetermined = 4,

    /// <summary>A fault of this program.</summary>
    Fault = 5,

    /// <summary>Stopped by the user.</summary>
    Interrupted = 130,
}
