namespace Conformance.Profiles.Mspf;

/// <summary>The version that an item of the manifest names in <c>v</c>.</summary>
/// <param name="Text">It in JSON, cut to a printable length; null when there is none.</param>
/// <param name="IsFirst">Whether it is version 1: the number, the text, or an array that begins with it.</param>
internal readonly record struct ItemVersion(string? Text, bool IsFirst)
{
    /// <summary>No version.</summary>
    public static ItemVersion None { get; } = new(null, false);

    /// <summary>Whether an item of this version is read as version 1. Where none is named, there is only that one.</summary>
    public bool IsReadable => Text is null || IsFirst;
}
