using System.Buffers.Binary;
using System.Text;

namespace Conformance.Suites.Harness.Docker;

/// <summary>Reads the stream in which the engine sends standard output and standard error of a container without a terminal: frames with
/// eight bytes before each, of which the first names the stream and the last four the length.</summary>
internal static class FramedOutput
{
    private const int HeaderBytes = 8;
    private const int MostBytes = 64 << 20;

    /// <summary>Reads to the end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="apart">Whether standard error is wanted apart; otherwise it is where it came.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Both texts, of which the second is empty unless they are wanted apart.</returns>
    public static async Task<(string Output, string Error)> ReadAsync(Stream stream, bool apart, CancellationToken cancellation)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        byte[] header = new byte[HeaderBytes];
        byte[] buffer = new byte[1 << 16];
        while (await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == HeaderBytes)
        {
            const byte Error = 2;
            MemoryStream part = apart && header[0] == Error ? error : output;
            uint left = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
            while (left > 0)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, (uint)buffer.Length)), cancellation).ConfigureAwait(false);
                if (read == 0)
                {
                    left = 0;
                    break;
                }

                left -= (uint)read;
                if (part.Length < MostBytes)
                {
                    part.Write(buffer, 0, read);
                }
            }
        }

        return (Text(output), Text(error));
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
}
