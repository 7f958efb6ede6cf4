using System.Runtime.ExceptionServices;

namespace Conformance.Tests.Support;

/// <summary>Runs work on a stack on which nothing that recurses with its input gets far.</summary>
internal static class SmallStack
{
    public const int Bytes = 256 << 10;

    public static void Run(Action work)
    {
        Exception? problem = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception caught)
                {
                    problem = caught;
                }
            },
            Bytes);
        thread.Start();
        thread.Join();
        if (problem is not null)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }
}
