namespace Conformance.Containers.Paths;

/// <summary>What is odd about a path as stored.</summary>
[Flags]
internal enum PathFaults
{
    None = 0,
    Empty = 1,
    Absolute = 1 << 1,
    Parent = 1 << 2,
    Drive = 1 << 3,
    Backslash = 1 << 4,
    Nul = 1 << 5,
    Control = 1 << 6,
    EmptyOrDotPart = 1 << 7,
    NotUtf8 = 1 << 8,
    TooLong = 1 << 9,
}
