namespace Conformance.Containers;

/// <summary>What an entry of a container is.</summary>
public enum ContainerEntryKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    SymbolicLink,

    /// <summary>A hard link to another entry.</summary>
    HardLink,

    /// <summary>A device, a pipe, a socket, or anything else that isn't data.</summary>
    Special,
}
