using Microsoft.Win32.SafeHandles;

namespace Conformance.Containers.Compression;

/// <summary>The bytes of a file.</summary>
internal sealed class FileBytes(SafeFileHandle file) : RandomBytes
{
    public override long Length { get; } = RandomAccess.GetLength(file);

    public override void Dispose() => file.Dispose();

    protected override int ReadSome(long offset, Span<byte> buffer) => RandomAccess.Read(file, buffer, offset);
}
