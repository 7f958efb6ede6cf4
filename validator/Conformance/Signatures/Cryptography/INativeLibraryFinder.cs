namespace Conformance.Signatures.Cryptography;

/// <summary>Finds libraries of the system by the names of their files.</summary>
internal interface INativeLibraryFinder
{
    /// <summary>Loads a library.</summary>
    /// <param name="name">The file's name, or a path.</param>
    /// <returns>Its handle, or 0 when there is none.</returns>
    nint Find(string name);
}
